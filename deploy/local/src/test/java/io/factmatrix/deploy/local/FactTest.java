package io.factmatrix.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {

    @ParameterizedTest
    @CsvSource({
        "token, --merchant is missing, '--merchant'",
        "token --merchant Acme, a merchant is lower-case, 'merchant: Acme (expected:'",
        "token --merchant m1 --role king, nobody is king, 'role: king (expected: one of integration, operator,'",
        "token --merchant m1 --ttl 5y, years are no unit, 'ttl: 5y (expected: like 30s'",
        "token --merchant m1 --ttl 0h, never is no time, 'ttl: 0h'",
        "token --merchant m1 --port 1, nothing runs there, 'no stack of this user runs on port 1'",
        "up --port 0, no such port, '--port: 0 (expected: 1 to 65535)'",
        "up --port 65536, no such port, '--port: 65536'",
        "up --address 192.0.2.1, not this machine, 'port 8080 of 192.0.2.1'",
        "import --merchant m1, import what, 'PATH'",
        "import --merchant m1 --format xml a, no such format, 'format: xml (expected: ndjson, csv or xlsx)'",
        "import --merchant m1 --format csv pom.xml, how, '--mapping is missing'",
        "import --merchant m1 --mapping pom.xml pom.xml, nothing to map, '--mapping: not for ndjson'",
        "import --merchant m1 --dry-run pom.xml, nothing to try, '--dry-run: not for ndjson'",
        "import --format csv --mapping pom.xml pom.xml, no mapping, 'pom.xml, line'",
        "import --format csv --mapping no-such-file pom.xml, no such mapping, 'no-such-file'",
        "import pom.xml, whose, '--merchant is missing'",
        "import --merchant m1 no-such-file, no such file, 'no-such-file does not exist'",
        "export --merchant m1 --out f, of what, '--field'",
        "export --merchant m1 --field shop --out f, no such field, '--field'",
        "export --merchant m1 --field kol, where to, '--out'",
        "export --merchant m1 --field kol --format xlsx --out f, no such format, '--format'",
        "export --merchant m1 --field kol --after soon --out f, no watermark, '--after'",
        "export --merchant m1 --field kol --port 1 --out f, nothing runs there, 'no stack of this user runs on port 1'",
        "demo --seed luck, a seed is a number, 'luck'",
        "demo --write no-such-folder/f, nowhere to write, 'no-such-folder/f: no such folder'",
        "dance, no such command, 'dance'",
    })
    void everyMisuseIsOneLineAndAnExitCode(String arguments, String why, String expected) {
        var err = new StringWriter();

        var exit = Fact.commandLine().setErr(new PrintWriter(err)).execute(arguments.split(" ", -1));

        assertThat(exit).as(why).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("fact: ")
                .contains(expected);
    }
}
