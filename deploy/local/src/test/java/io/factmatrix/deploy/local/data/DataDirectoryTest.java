package io.factmatrix.deploy.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondStackIsRefusedInOneLine() throws IOException {
        try (var first = DataDirectory.at(folder.resolve("data"))) {
            assertThat(DataDirectory.isHeld(first.path())).isTrue();
            assertThatThrownBy(() -> DataDirectory.at(first.path()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("is in use by another stack (process "
                            + ProcessHandle.current().pid() + ")")
                    .message()
                    .hasLineCount(1);
        }
        assertThat(DataDirectory.isHeld(folder.resolve("data"))).isFalse();
        DataDirectory.at(folder.resolve("data")).close();
    }

    @Test
    void aFolderOfSomethingElseIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataDirectory.at(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds something else");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt");
    }

    @Test
    void aTemporaryFolderGoesWithItsStack() throws IOException {
        var data = DataDirectory.temporary();
        Files.writeString(data.folder("redis").resolve("pid"), "1");

        data.close();

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void passwordsAreKeptAndForTheirOwnersEyesOnly() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"))) {
            var password = Secrets.of(data).password("kol_app");

            assertThat(password).hasSize(48);
            assertThat(Secrets.of(data).password("kol_app")).isEqualTo(password);
            assertThat(Secrets.of(data).password("kol_owner")).isNotEqualTo(password);
            assertThat(permissions(data.path().resolve("passwords"))).isEqualTo("rw-------");
            assertThat(permissions(data.path())).isEqualTo("rwx------");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
