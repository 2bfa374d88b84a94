package io.factmatrix.livestream.domain.host;

import io.factmatrix.livestream.domain.room.RoomId;
import java.time.Instant;

/**
 * Who works where and when.
 *
 * @param end excluded
 */
public record ShiftPlan(HostId host, RoomId room, Instant start, Instant end) {}
