package io.factmatrix.kit.connection;

import java.util.BitSet;

/** Which bytes may stand where in a head. */
final class Signs {

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** RFC 9110, 5.6.2: methods and names of fields. */
    private static final BitSet TOKEN = of(ALPHANUMERIC + "!#$%&'*+-.^_`|~");

    /** RFC 3986, 3.3 and 3.4: path and query; what follows a {@code %} is for the caller to judge. */
    private static final BitSet TARGET = of(ALPHANUMERIC + "-._~!$&'()*+,;=:@/?%");

    private Signs() {}

    static boolean isToken(byte sign) {
        return TOKEN.get(sign & 0xff);
    }

    static boolean isTarget(byte sign) {
        return TARGET.get(sign & 0xff);
    }

    /** RFC 9110, 5.5: visible, space, tab, or beyond ASCII. */
    static boolean isValue(byte sign) {
        int code = sign & 0xff;
        return (code >= ' ' && code != 0x7f) || code == '\t';
    }

    /** The digit's value; -1 when it is none. */
    static int hex(byte sign) {
        return sign < 0 ? -1 : Character.digit(sign, 16);
    }

    private static BitSet of(String signs) {
        var set = new BitSet(128);
        signs.chars().forEach(set::set);
        return set;
    }
}
