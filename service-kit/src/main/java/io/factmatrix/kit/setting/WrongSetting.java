package io.factmatrix.kit.setting;

/** A property without which, or with which, the program cannot run: it refuses to start and says why in one line. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param property its name
     * @param value what was given; of a secret, what may be shown of it
     */
    public WrongSetting(String property, String value, String expected) {
        super("%s: %s (expected: %s)".formatted(property, value, expected));
    }
}
