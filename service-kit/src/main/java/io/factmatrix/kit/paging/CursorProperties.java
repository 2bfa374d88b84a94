package io.factmatrix.kit.paging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code fact.cursors.*}.
 *
 * @param key the secret that cursors are signed with: base64 of at least 32 bytes, the same in every replica of a program. Several are
 *     separated by commas: the first signs, all are known, so that a key can be exchanged without breaking off whoever reads a list
 */
@ConfigurationProperties("fact.cursors")
public record CursorProperties(@DefaultValue("") String key) {

    /** Not the key. */
    @Override
    public String toString() {
        return "CursorProperties";
    }
}
