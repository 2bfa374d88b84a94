package io.factmatrix.livestream.domain.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    /** « and » around what is found exactly, ‹ and › around what is found in disguise; {…} is a code point, in hexadecimal digits. */
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # as it is written
            最好         | 我们是«最好»的，«最好»的！
            最好         | 我们是最 强的
            最好         | 最
            最           | «最»«最»«最»
            哈哈         | «哈哈»哈
            全网 最低     | «全网 最低»，‹全网最低›
            最好！       | «最好»的
            100%        | «100%»有效，只要100元
            买1送1       | «买1送1»

            # what stands between
            最好         | ‹最 好›
            最好         | ‹最{3000}好›
            最好         | ‹最{200B}好›
            最好         | ‹最{2060}{FEFF}{00AD}好›
            最好         | ‹最{FE0F}好›
            最好         | ‹最{E0100}好›
            最好         | ‹最{0336}好{0336}›
            最好         | ‹最{202E}好›{202C}
            最好         | ‹最。好›
            最好         | ‹最—*_-/|好›
            最好         | 【‹最】【好›】
            最好         | ‹最🔥好›
            最好         | ‹最👨‍👩‍👧好›
            最好         | ‹最🇨🇳好›
            最好         | ‹最{3164}好›
            最好         | ‹最{2800}好›
            最好         | ‹最丶好›
            最好         | ‹最{D800}好›
            最好         | 最的好

            # but in one line
            最好         | 最{A}好
            最好         | 最{D}{A}好
            最好         | 最{2028}好
            最好         | 最{85}好
            最好         | ‹最{9}好›

            # case, width, circles
            VIP         | 做«VIP»吧，‹vip›、‹Vip›
            VIP         | ‹ＶＩＰ›
            vip         | ‹Ⓥⓘⓟ›
            vip         | ‹🅥🅘🅟›
            vip         | ‹🆅🅸🅿{FE0F}›
            vx          | ‹🇻🇽›
            vip         | ‹𝓥𝓲𝓹›
            vip         | ‹⒱⒤⒫›
            vip         | ‹Ⅵp›
            秘方         | ‹㊙方›
            禁药         | ‹🈲药›
            第1          | ‹第①›、‹第⑴›、‹第１›、‹第❶›、‹第𝟏›、‹第1{FE0F}{20E3}›
            第12         | ‹第⑫›，第①
            strasse      | ‹Straße›
            cafe         | ‹café›，‹cafe{0301}›

            # words are whole
            VIP         | vipers VIPs xVIP
            VIP         | ‹V.I.P›，‹V I P›，‹v-i-p›
            VIP         | ‹vip›1，2‹vip›
            VIP         | vip{200B}ers
            VIP         | ‹v{200B}ip›
            top         | to people, sto p
            top         | ‹to p›

            # numbers are whole
            第1          | 第10，第1.5，第1万，第
            1折         | 0.1折，11折，1,111折，«1折»
            1折         | 十一折，‹一折›
            一折         | 11折，‹1折›
            99元         | 满100，«99元»到手
            99元         | 9.9元，9-9元，9/9元，9:9元
            9.9元        | 99元，«9.9元»，‹９．９元›，99.9元，9:9元
            3-5折        | 35折，«3-5折»，‹3~5折›，‹3—5折›
            1000元       | ‹1,000元›，‹1 000元›
            999元        | 1,999元
            138         | ‹1.3.8›，‹1-3-8›，‹1 3 8›
            38          | 1.3.8
            满100        | 满100万，«满100»减9
            18+         | 18元，«18+»，18
            18           | «18»+
            18元         | 1½8元
            A+           | A级，«A+»级，‹a +›级
            30°C         | ‹30℃›，30度，30c
            NO.1         | ‹No1›，‹№1›，No10，No.1.5
            top1         | ‹TOP 1›，‹T0P1›，toplist1
            7天          | ‹七天›，17天，十七天
            12片         | 1/2片，½片

            # Chinese numerals
            第一          | ‹第1›，‹第壹›，‹第弌›，第10
            第1           | «第1»，‹第一›
            唯一          | «唯一»一款
            第三          | ‹第叁›、‹第③›、‹第㈢›、‹第㊂›
            二十天         | ‹贰拾天›，20天，‹2十天›
            零添加         | ‹0添加›，‹〇添加›，‹零．添加›

            # traditional and simplified
            国家级        | ‹國家級›
            國家級        | ‹国家级›
            万能         | ‹萬能›
            药妆         | ‹藥妝›
            发财         | ‹發財›，‹髮财›
            頭髮         | ‹头发›

            # one look, several code points
            长车马        | ‹⻓⻋⻢›
            一口         | ‹⼀⼝›
            金龙         | ‹金{F9C4}›，‹{2FA6}龙›
            {20BB7}家     | «{20BB7}家»，{20BB8}家
            岂丽          | ‹{F900}{2F800}›
            口工力        | ‹ロエカ›
            vip          | ‹vіp›，‹ⅤІР›
            apple        | ‹аррlе›
            HOT          | ‹НОТ›，‹нот›，‹ΗΟΤ›
            россия       | ‹РОССИЯ›
            VIP          | ‹V1P›，‹VlP›，‹v1p›
            OK           | ‹0K›
            lo           | 10，‹l0›
            ali          | all
            100          | ‹1OO›，‹l00›，loo，满‹lOO›元
            第1名         | ‹第l名›，‹第I名›
            1            | I am ill

            # Chinese look-alikes
            最好          | ‹蕞好›，‹嘬好›，‹蕞恏›
            微信          | ‹徽信›、‹薇信›、‹微伩›、威信
            微信          | 来自安徽信号好，蔷薇信物
            安徽          | 安微
            第一          | ‹苐一›，兄弟一起
            治疗          | ‹冶疗›，陶冶疗养
            国家级         | ‹囯家级›，国家极其
            免费          | ‹兔费›，小白兔费劲
            加群          | 加裙边
            """)
    void isFoundWhereMarked(String phrase, String marked) {
        var expected = new ArrayList<Finding>();
        var text = unmarked(withCodePoints(marked), expected);
        assertThat(Phrase.of(withCodePoints(phrase)).in(Text.of(text))).isEqualTo(expected);
    }

    private static String withCodePoints(String text) {
        return Pattern.compile("\\{(\\p{XDigit}+)}")
                .matcher(text)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    private static String unmarked(String marked, List<Finding> findings) {
        var text = new StringBuilder();
        int start = 0;
        for (int at = 0; at < marked.length(); at++) {
            char unit = marked.charAt(at);
            switch (unit) {
                case '«', '‹' -> start = text.length();
                case '»', '›' -> findings.add(new Finding(start, text.length(), text.substring(start), unit == '»'));
                default -> text.append(unit);
            }
        }
        return text.toString();
    }

    @Test
    void offsetsAreThoseOfTheTextAsWritten() {
        var text = Text.of("🔥🔥全网{最-好}，ＶＩＰ");

        assertThat(Phrase.of("最好").in(text)).containsExactly(new Finding(7, 10, "最-好", false));
        assertThat(Phrase.of("vip").in(text)).containsExactly(new Finding(12, 15, "ＶＩＰ", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200B\u200D", "！？…", "🔥", "\u0301", "🇨🇳", "\uD83D", "丶", "\n"})
    void aPhraseHasSomethingToRead(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.of(written))
                .withMessage("phrase: \"%s\" (expected: at least one letter or digit)", written);
    }

    @Test
    void aPhraseIsShort() {
        assertThat(Phrase.of("好".repeat(100))).hasToString("好".repeat(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.of("好".repeat(101)))
                .withMessage("phrase: %s… (101 characters, expected: at most 100)", "好".repeat(100));
    }

    @Test
    void aPhraseIsOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.of("最\n好"))
                .withMessage("phrase: \"最\n好\" (expected: one line)");
    }

    @Test
    void aTextIsBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.of("好".repeat(20_001)))
                .withMessage("text: 20001 characters (expected: at most 20000)");
    }

    @Test
    void phrasesThatWereWrittenAlikeAreEqual() {
        assertThat(Phrase.of(" 最好")).isEqualTo(Phrase.of("最好")).hasSameHashCodeAs(Phrase.of("最好"));
        assertThat(Phrase.of("最好")).isNotEqualTo(Phrase.of("最 好"));
    }

    @Test
    void nothingIsFoundInNothing() {
        assertThat(Phrase.of("最好").in(Text.of(""))).isEmpty();
        assertThat(Phrase.of("最好").in(Text.of("\uDC00\uD800\u0000"))).isEmpty();
    }

    @Test
    void marksAreSkippedHoweverMany() {
        var marks = "\u0301".repeat(Text.MAX_LENGTH - 2);

        assertThat(Phrase.of("最好").in(Text.of("最" + marks + "好")))
                .containsExactly(new Finding(0, Text.MAX_LENGTH, "最" + marks + "好", false));
        assertThat(Phrase.of("最好").in(Text.of(marks))).isEmpty();
    }

    /** Every character of the basic plane and some of the others, each in the middle of a phrase: none breaks anything, and each is found as itself. */
    @Test
    void everyCharacterIsFoundAsItself() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(one -> one < 0x10000 || one % 17 == 0)
                        .filter(one -> Reading.of(one).stream().anyMatch(Letter::isRead))
                        .filter(one -> !isFoundInItself("前" + Character.toString(one) + "后"))
                        .mapToObj(one -> "%X".formatted(one)))
                .isEmpty();
    }

    private static boolean isFoundInItself(String written) {
        return Phrase.of(written).in(Text.of(written)).equals(List.of(new Finding(0, written.length(), written, true)));
    }

    /** Takes some 40 ms where nothing else runs: a gate is asked while somebody waits, and merchants have far fewer phrases. */
    @Test
    @Timeout(10)
    void aThousandPhrasesAreLookedForInALongTextAtOnce() {
        var random = new Random(618);
        var script = IntStream.generate(() -> '一' + random.nextInt(20_000))
                .limit(Text.MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var text = Text.of(script);

        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> script.substring(i * 19, i * 19 + 1 + i % Phrase.MAX_LENGTH))
                        .filter(phrase -> Phrase.of(phrase).in(text).isEmpty()))
                .isEmpty();
    }

    /** Made so that each place of the text is compared to the last letter of the phrase: some 0.5 ms each. */
    @ParameterizedTest
    @CsvSource({"一, 一, 二", "Il, Il, Ii", "l, l, i", "蕞, 最, 冣", "1.2-, 1.2-, 1.3"})
    @Timeout(10)
    void noPhraseTakesLongInAnyText(String unit, String phraseUnit, String last) {
        var text = Text.of(unit.repeat(Text.MAX_LENGTH / unit.length()));
        int times = Phrase.MAX_LENGTH / phraseUnit.length() - 1;
        var phrase = Phrase.of(phraseUnit.repeat(times) + last);

        assertThat(IntStream.range(0, 100).filter(i -> !phrase.in(text).isEmpty()))
                .isEmpty();
    }
}
