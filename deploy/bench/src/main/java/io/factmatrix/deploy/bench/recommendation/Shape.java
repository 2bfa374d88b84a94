package io.factmatrix.deploy.bench.recommendation;

/** How sales answer to costs; both are multiples of what is usual. */
enum Shape {
    LOGARITHM("ln(1 + c/s)") {
        @Override
        double of(double cost, double bend) {
            return Math.log(1 + cost / bend) / Math.log(1 + 1 / bend);
        }
    },
    POWER("c^b") {
        @Override
        double of(double cost, double bend) {
            return Math.pow(cost, bend / (1 + bend));
        }
    },
    SATURATING("c/(c + s)") {
        @Override
        double of(double cost, double bend) {
            return cost / (cost + bend) * (1 + bend);
        }
    },
    EXPONENTIAL("1 − exp(−c/s)") {
        @Override
        double of(double cost, double bend) {
            return Math.expm1(-cost / bend) / Math.expm1(-1 / bend);
        }
    },
    STRAIGHT("c") {
        @Override
        double of(double cost, double bend) {
            return cost;
        }
    },
    NONE("none") {
        @Override
        double of(double cost, double bend) {
            return 1;
        }
    };

    private final String formula;

    Shape(String formula) {
        this.formula = formula;
    }

    String formula() {
        return formula;
    }

    /** 1 at a cost of 1. */
    abstract double of(double cost, double bend);
}
