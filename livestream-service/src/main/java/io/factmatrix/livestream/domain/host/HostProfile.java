package io.factmatrix.livestream.domain.host;

import java.time.ZoneId;

/**
 * What the merchant says of a host.
 *
 * @param zone whose days and weeks the working time is counted by
 */
public record HostProfile(String name, ZoneId zone, WorkingTime workingTime) {

    /** Where the merchant says nothing: that of the views. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
}
