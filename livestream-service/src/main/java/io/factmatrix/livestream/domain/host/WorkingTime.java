package io.factmatrix.livestream.domain.host;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a host may work, in minutes. A day and a week are those of the host's zone; a week begins on Monday.
 *
 * @param minutesPerShift of one shift
 * @param minutesPerDay of all shifts, those parts of them that lie in the day
 * @param minutesPerWeek of all shifts, those parts of them that lie in the week
 * @param breakMinutes between two shifts, at least
 */
public record WorkingTime(long minutesPerShift, long minutesPerDay, long minutesPerWeek, long breakMinutes) {

    /** What holds where the merchant says nothing: 8 hours a day and 44 a week, as article 36 of the Labour Law of China has them; 6 before a camera. */
    public static final WorkingTime USUAL = new WorkingTime(6 * 60, 8 * 60, 44 * 60, 0);

    /** By the names of the API. */
    public Map<String, Long> members() {
        var members = new LinkedHashMap<String, Long>();
        members.put("minutesPerShift", minutesPerShift);
        members.put("minutesPerDay", minutesPerDay);
        members.put("minutesPerWeek", minutesPerWeek);
        members.put("breakMinutes", breakMinutes);
        return members;
    }
}
