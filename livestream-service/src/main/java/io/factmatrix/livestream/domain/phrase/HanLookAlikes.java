package io.factmatrix.livestream.domain.phrase;

import java.util.HashMap;
import java.util.Map;

/**
 * Chinese characters that are written in the place of others because they look like them, to get a word past a filter. Unicode's table of
 * confusables has hardly any of those.
 *
 * <p>What is in the table is seldom written for its own sake, or never before what follows in the words at stake; so an ordinary sentence gives
 * no alarm. Where it has an ordinary use all the same, the characters are named after which it is meant: 徽 after 安, as in 安徽信号. That is why
 * 弟 for 第 (兄弟一起), 极 for 级 (国家极其) and 裙 for 群 (加裙边) are not in it.
 *
 * <p>Only looks count. What merely sounds alike, as 威信 or 加V for 微信, is out of scope: it is unbounded, and most of it is ordinary words; a
 * merchant writes such a form as a phrase of its own.
 *
 * <p>It goes one way: 蕞好 is found as 最好, but 安微 is not found as 安徽.
 */
final class HanLookAlikes {

    /** Each row: what is imitated, what imitates it, and after what the latter is meant. */
    private static final String[][] ROWS = {
        // 微信: a grass or another middle on the same frame. Plants, provinces and badges are meant.
        {"微", "徽", "安国校院会团队党警军帽臂胸厂店社族"},
        {"微", "薇", "蔷紫白采"},
        {"微", "溦癓", ""},
        {"信", "伩訫㐰", ""},
        // 最: under a grass, or beside a mouth; two old forms of it.
        {"最", "蕞嘬冣㝡", ""},
        // 第一: its own short form, and a mat that nobody writes of.
        {"第", "苐笫", ""},
        {"级", "伋", ""},
        // 唯一 in its other spelling.
        {"唯", "惟", "思伏"},
        {"首", "艏渞", ""},
        {"佳", "隹", ""},
        {"好", "恏", ""},
        {"绝", "絶蕝", ""},
        {"对", "対", ""},
        {"顶", "顸", "颟"},
        {"全", "仝", "老姓"},
        {"国", "囯囻圀", ""},
        {"真", "眞禛", ""},
        {"高", "髙", ""},
        {"天", "兲", ""},
        {"万", "卍卐", ""},
        {"网", "罔", "欺学"},
        {"淘", "匋", ""},
        {"宝", "寳寚", ""},
        {"京", "亰", ""},
        {"群", "羣", ""},
        // 治疗: one dot less on the left.
        {"治", "冶", "陶"},
        {"效", "効", ""},
        {"药", "葯", ""},
        {"假", "徦", ""},
        {"仿", "彷", ""},
        // 免费: one dot more. A rabbit may take trouble, 白兔费劲.
        {"免", "兔", "白小野玉家月"},
        {"日", "曰", ""},
    };

    private static final Map<Integer, Integer> IMITATED = new HashMap<>();
    private static final Map<Integer, String> MEANT_AFTER = new HashMap<>();

    static {
        for (var row : ROWS) {
            int imitated = row[0].codePointAt(0);
            row[1].codePoints().filter(one -> one != imitated).forEach(one -> {
                IMITATED.put(one, imitated);
                MEANT_AFTER.put(one, row[2]);
            });
        }
    }

    private HanLookAlikes() {}

    /** What that character is written in the place of; itself when it is none of the table. */
    static int imitatedBy(int codePoint) {
        return IMITATED.getOrDefault(codePoint, codePoint);
    }

    /**
     * What that character stands for where it stands: itself when it is none of the table, or meant there.
     *
     * @param before what stands directly before it; 0 when nothing does
     */
    static int meant(int codePoint, int before) {
        return MEANT_AFTER.getOrDefault(codePoint, "").indexOf(before) < 0 ? imitatedBy(codePoint) : codePoint;
    }
}
