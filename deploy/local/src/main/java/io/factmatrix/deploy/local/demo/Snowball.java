package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;

/**
 * What the platform recommends tomorrow for what was sold today: {@code V' = ρ V (G/G*)^ε + κ S} and {@code S' = (1-δ) S + φ
 * views}, where V are the free impressions a day, S the audience in stock and G the GMV of an impression.
 */
final class Snowball {

    private static final double RHO = 0.79;
    private static final double EPSILON = 0.30;
    private static final double KEPT = 0.98;
    private static final double FOLLOWED = 0.0155;
    private static final double STOCK = 40_000;

    /** How fast the platform gets used to a GPM. */
    private static final double MEMORY = 0.9;

    private final double atFirst;
    private final double kappa;
    private double free;
    private double stock = STOCK;
    private double usual;

    /**
     * @param free impressions a day at first
     */
    Snowball(double free) {
        this.atFirst = free;
        this.free = free;
        this.kappa = (1 - RHO) * free / STOCK;
    }

    /** Free impressions of an ordinary day like today. */
    double free() {
        return free;
    }

    /** How large it is, of what it was at first. */
    double size() {
        return free / atFirst;
    }

    /**
     * After a day.
     *
     * @param traffic that of this day, of an ordinary one
     * @param scale of the merchant
     */
    void roll(Outcome day, double traffic, double scale) {
        var gpm = day.takings().gmv() / (double) Math.max(1, day.counts().of(Counter.IMPRESSIONS));
        usual = usual == 0 ? gpm : usual;
        var earned = usual == 0 ? 1 : StrictMath.pow(gpm / usual, EPSILON);
        free = RHO * free * earned + kappa * stock;
        stock = KEPT * stock + FOLLOWED * day.counts().of(Counter.VIEWS) / scale / traffic;
        usual = MEMORY * usual + (1 - MEMORY) * gpm;
    }
}
