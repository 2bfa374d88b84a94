package io.factmatrix.livestream.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.host.Host;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.Roster;
import io.factmatrix.livestream.domain.host.Shift;
import io.factmatrix.livestream.domain.host.ShiftFilter;
import io.factmatrix.livestream.domain.host.ShiftId;
import io.factmatrix.livestream.domain.host.ShiftPlan;
import io.factmatrix.livestream.domain.host.ShiftState;
import io.factmatrix.livestream.domain.host.Shifts;
import io.factmatrix.livestream.domain.room.Room;
import io.factmatrix.livestream.domain.room.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with shifts, each inside one transaction of the merchant. Whoever plans one holds its host. */
public final class ShiftDesk {

    private final Shifts shifts;
    private final Register<ShiftId, Shift> register;
    private final Register<HostId, Host> hosts;
    private final Register<RoomId, Room> rooms;
    private final NewIds ids;

    public ShiftDesk(
            Shifts shifts,
            Register<ShiftId, Shift> register,
            Register<HostId, Host> hosts,
            Register<RoomId, Room> rooms,
            NewIds ids) {
        this.shifts = shifts;
        this.register = register;
        this.hosts = hosts;
        this.rooms = rooms;
        this.ids = ids;
    }

    /** 404 of the host or the room, 409 {@code host.left}, {@code room.closed}, {@code shift.overlap}, {@code working-time.exceeded}. */
    public Shift plan(Write write, ShiftPlan plan) {
        var shift = Shift.planned(new ShiftId(ids.next(write.at())), plan, write.at());
        admit(write, shift);
        return register.add(write, shift);
    }

    /** The same, and 404 {@code shift.unknown}, 409 {@code shift.cancelled}, 412 {@code revision.mismatch}. */
    public Shift change(Write write, ShiftId id, ShiftPlan plan) {
        return register.change(write, id, "changed", shift -> {
            var changed = shift.by(plan, write.at());
            if (!changed.equals(shift)) {
                admit(write, changed);
            }
            return changed;
        });
    }

    /** 404 {@code shift.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Shift move(Write write, ShiftId id, ShiftState to) {
        return register.change(write, id, "moved", shift -> shift.to(to, write.at()));
    }

    private void admit(Write write, Shift shift) {
        var plan = shift.plan();
        var host = hosts.hold(write, plan.host());
        host.requireActive();
        rooms.find(write.merchant(), plan.room()).requireOpen();
        var others = shifts.planned(write.merchant(), plan.host(), Roster.from(plan), Roster.to(plan));
        new Roster(host, others).admit(shift);
    }

    /** 404 {@code shift.unknown}. */
    public Shift find(MerchantId merchant, ShiftId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Shift> list(MerchantId merchant, ShiftFilter filter, @Nullable ShiftId before, int limit) {
        return shifts.list(merchant, filter, before, limit);
    }
}
