package io.factmatrix.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What is awaited may take as long on a busy machine as it likes, but not for ever: a test that fails by the clock tells nothing. */
public final class Waiting implements LauncherSessionListener {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
