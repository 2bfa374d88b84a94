package io.factmatrix.kit.connection;

/**
 * What of a request's head decides where the request ends, and who takes its body. Offsets are in bytes from where the head begins.
 *
 * @param length of the head, with the empty line
 * @param contentLength of the body, in bytes; 0 where none is announced
 * @param chunked whether the body comes in chunks, of whatever length together
 * @param expectFrom where the line of {@code Expect: 100-continue} begins; equal to {@code expectTo} where there is none
 */
record RequestHead(
        int length, String method, String target, long contentLength, boolean chunked, int expectFrom, int expectTo) {

    boolean hasBody() {
        return chunked || contentLength > 0;
    }

    boolean expectsContinue() {
        return expectTo > expectFrom;
    }
}
