package io.factmatrix.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.paging.PagingConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WrongSettingTest {

    @Test
    void theProgramRefusesToStartAndSaysWhyWithoutTheSecretAndWithoutAStackTrace(CapturedOutput output) {
        assertRefused("--fact.cursors.key=", "fact.cursors.key: absent (expected: base64 of at least 32", output);
        assertRefused(
                "--fact.cursors.key=c2VjcmV0", "fact.cursors.key: 6 bytes (expected: base64 of at least 32", output);
        assertThat(output).doesNotContain("c2VjcmV0").doesNotContain("\tat ");
    }

    private static void assertRefused(String setting, String why, CapturedOutput output) {
        var application = new SpringApplicationBuilder(PagingConfiguration.class).web(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run(setting)).hasRootCauseInstanceOf(WrongSetting.class);
        assertThat(output).contains(why);
    }
}
