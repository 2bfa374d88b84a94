package io.factmatrix.deploy.local.demo;

import java.time.LocalDate;

/**
 * How the nine weeks go: three ordinary ones, so that every weekday has its baseline; the 618 campaign; and the two weeks
 * after it, in which is missing what the burst pulled forward.
 *
 * <p>{@code traffic} and {@code conversion} multiply those of an ordinary day, going evenly from the first value to the
 * last: before the burst people look and wait. {@code ads} multiplies the paid impressions, {@code discount} is what is
 * taken off prices, {@code basket} multiplies the chance of one more line, and {@code pages} are the impressions a day of the
 * campaign's own pages.
 */
enum Phase {
    //             from         traffic     conversion    ads  discount basket  pages
    ORDINARY("2026-05-04", 1.00, 1.00, 1.00, 1.00, 1.0, 0.00, 1.00, 0),
    ACCUMULATION("2026-05-25", 1.02, 1.20, 1.00, 0.93, 1.3, 0.00, 1.00, 20_000),
    WARM_UP("2026-06-08", 1.20, 1.35, 0.93, 0.78, 1.6, 0.05, 1.05, 56_000),
    BURST("2026-06-16", 1.80, 2.40, 1.55, 1.85, 2.8, 0.15, 1.35, 190_000),
    CONTINUATION("2026-06-19", 1.50, 1.15, 1.30, 1.05, 1.3, 0.10, 1.15, 62_000),
    AFTERMATH("2026-06-22", 0.89, 1.00, 0.84, 1.00, 0.8, 0.00, 0.95, 0);

    /** The day after the last. */
    static final LocalDate END = LocalDate.of(2026, 7, 6);

    private final LocalDate from;
    private final double firstTraffic;
    private final double lastTraffic;
    private final double firstConversion;
    private final double lastConversion;
    private final double ads;
    private final double discount;
    private final double basket;
    private final double pages;

    Phase(
            String from,
            double firstTraffic,
            double lastTraffic,
            double firstConversion,
            double lastConversion,
            double ads,
            double discount,
            double basket,
            double pages) {
        this.from = LocalDate.parse(from);
        this.firstTraffic = firstTraffic;
        this.lastTraffic = lastTraffic;
        this.firstConversion = firstConversion;
        this.lastConversion = lastConversion;
        this.ads = ads;
        this.discount = discount;
        this.basket = basket;
        this.pages = pages;
    }

    static Phase of(LocalDate date) {
        var found = ORDINARY;
        for (var phase : values()) {
            if (!phase.from.isAfter(date)) {
                found = phase;
            }
        }
        return found;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return this == AFTERMATH ? END : values()[ordinal() + 1].from;
    }

    double traffic(LocalDate date) {
        return firstTraffic + (lastTraffic - firstTraffic) * progress(date);
    }

    double conversion(LocalDate date) {
        return firstConversion + (lastConversion - firstConversion) * progress(date);
    }

    double ads() {
        return ads;
    }

    double discount() {
        return discount;
    }

    double basket() {
        return basket;
    }

    double pages() {
        return pages;
    }

    /** 0 on its first day, 1 on its last. */
    private double progress(LocalDate date) {
        return (double) (date.toEpochDay() - from.toEpochDay()) / (to().toEpochDay() - from.toEpochDay() - 1);
    }
}
