package io.factmatrix.deploy.local.demo;

/**
 * How much of each step goes on to the next, at one kind of touchpoint.
 *
 * @param enter views of an impression
 * @param show product impressions of a view
 * @param click clicks of a product impression
 * @param order orders of a click
 * @param follow follows of a view
 */
record Funnel(double enter, double show, double click, double order, double follow) {

    static final Funnel OWN_LIVE = new Funnel(0.19, 1.60, 0.120, 0.055, 0.012);
    static final Funnel OWN_SHOP = new Funnel(0.31, 2.10, 0.140, 0.060, 0.004);
    static final Funnel CREATOR = new Funnel(0.24, 0.90, 0.075, 0.048, 0.006);
    static final Funnel CAMPAIGN_PAGE = new Funnel(0.42, 2.60, 0.160, 0.050, 0.002);
    static final Funnel KOL_EVENT = new Funnel(0.28, 1.30, 0.150, 0.090, 0.015);
}
