package io.factmatrix.kit.export;

import java.util.Map;

/**
 * What the last line of an export says of all before it.
 *
 * @param rows how many rows there are
 * @param sha256 of all bytes before this line, in hexadecimal
 * @param besides what else there is to say, such as from where the next export goes on
 */
public record Closing(long rows, String sha256, Map<String, String> besides) {}
