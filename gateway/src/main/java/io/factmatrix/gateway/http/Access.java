package io.factmatrix.gateway.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;
import static io.factmatrix.kit.merchant.Role.ADS;
import static io.factmatrix.kit.merchant.Role.CONTENT;
import static io.factmatrix.kit.merchant.Role.CREATORS;
import static io.factmatrix.kit.merchant.Role.GOODS;
import static io.factmatrix.kit.merchant.Role.INTEGRATION;
import static io.factmatrix.kit.merchant.Role.OPERATOR;
import static io.factmatrix.kit.merchant.Role.SERVICE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.factmatrix.kit.merchant.AccessTable;

/** Who may do what: all that there is of the public API. The OpenAPI document says the same, and is held to it by a test. */
final class Access {

    private static final String MERCHANT = "/v1/merchants/{merchant}";

    private static final String LENS = MERCHANT + "/lenses/{lens}";
    private static final String DEPARTMENTS = MERCHANT + "/departments";

    /** Each has a line of its own. */
    static final String DEPARTMENT = DEPARTMENTS + "/{department}";

    private static final String ROOMS = MERCHANT + "/rooms";
    private static final String ROOM = ROOMS + "/{room}";
    private static final String HOSTS = MERCHANT + "/hosts";
    private static final String HOST = HOSTS + "/{host}";
    private static final String SHIFTS = MERCHANT + "/shifts";
    private static final String SHIFT = SHIFTS + "/{shift}";
    private static final String SESSIONS = MERCHANT + "/sessions";
    private static final String SESSION = SESSIONS + "/{session}";
    private static final String RUNDOWN = SESSION + "/rundown";
    private static final String LINE = RUNDOWN + "/lines/{line}";
    private static final String TEMPLATES = MERCHANT + "/rundown-templates";
    private static final String TEMPLATE = TEMPLATES + "/{template}";
    private static final String RULES = MERCHANT + "/gate-rules";
    private static final String RULE = RULES + "/{rule}";
    private static final String CAMPAIGNS = MERCHANT + "/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/{campaign}";
    private static final String OFFERS = MERCHANT + "/offers";
    private static final String OFFER = OFFERS + "/{offer}";
    private static final String CLAIMS = OFFER + "/claims";
    private static final String CLAIM = CLAIMS + "/{claim}";
    private static final String KOLS = MERCHANT + "/kols";
    private static final String KOL = KOLS + "/{kol}";
    private static final String UNAVAILABILITIES = KOL + "/unavailabilities";
    private static final String UNAVAILABILITY = UNAVAILABILITIES + "/{unavailability}";
    private static final String ENGAGEMENTS = MERCHANT + "/engagements";
    private static final String ENGAGEMENT = ENGAGEMENTS + "/{engagement}";
    private static final String MAKE_GOODS = ENGAGEMENT + "/make-goods";
    private static final String MAKE_GOOD = MAKE_GOODS + "/{makeGood}";
    private static final String DIRECTORY = MERCHANT + "/creators";
    private static final String CREATOR = DIRECTORY + "/{creator}";
    private static final String SCREENINGS = MERCHANT + "/screenings";
    private static final String SCREENING = SCREENINGS + "/{screening}";
    private static final String OUTREACHES = MERCHANT + "/outreaches";
    private static final String OUTREACH = OUTREACHES + "/{outreach}";
    private static final String COLLABORATIONS = MERCHANT + "/collaborations";
    private static final String COLLABORATION = COLLABORATIONS + "/{collaboration}";
    private static final String PARTICIPATIONS = MERCHANT + "/participations";
    private static final String PARTICIPATION = PARTICIPATIONS + "/{participation}";
    private static final String STATEMENTS = MERCHANT + "/settlement-statements";
    private static final String STATEMENT = STATEMENTS + "/{statement}";

    private static final String PROMISE_RULES = MERCHANT + "/promise-rules";
    private static final String PRODUCT_LIMITS = MERCHANT + "/product-limits";
    private static final String PRODUCT_LIMIT = PRODUCT_LIMITS + "/{productLimit}";

    private static final String WEBHOOKS = MERCHANT + "/webhook-endpoints";
    private static final String WEBHOOK = WEBHOOKS + "/{endpoint}";
    private static final String WORK_ITEMS = MERCHANT + "/work-items";
    private static final String WORK_ITEM = WORK_ITEMS + "/{workItem}";
    private static final String WORK_RULES = MERCHANT + "/work-rules";
    private static final String WORK_RULE = WORK_RULES + "/{workRule}";

    private Access() {}

    static AccessTable table() {
        return AccessTable.of(
                allow(POST, MERCHANT + "/events", INTEGRATION),
                allow(GET, MERCHANT + "/events", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/events/{id}", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/exports/ledger", INTEGRATION, OPERATOR),
                allow(GET, MERCHANT + "/operating-view", OPERATOR),
                allow(GET, MERCHANT + "/operating-view/series", OPERATOR),
                allow(GET, MERCHANT + "/exports/series", OPERATOR),
                allow(GET, MERCHANT + "/gpm-change", OPERATOR),
                allow(GET, MERCHANT + "/audience", OPERATOR),
                allow(GET, MERCHANT + "/snowball", OPERATOR),
                allow(GET, MERCHANT + "/recommendations", OPERATOR),
                allow(GET, MERCHANT + "/operating-view/stream", OPERATOR),
                allow(GET, MERCHANT + "/exports/operating-view", OPERATOR),
                allow(GET, MERCHANT + "/conflicts", OPERATOR),
                allow(GET, MERCHANT + "/corrections", OPERATOR),
                allow(GET, MERCHANT + "/promises", OPERATOR, CONTENT, GOODS, CREATORS, ADS),
                allow(GET, MERCHANT + "/calendar", OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE),
                allow(GET, DEPARTMENTS + "/content", OPERATOR, CONTENT),
                allow(GET, DEPARTMENTS + "/goods", OPERATOR, GOODS),
                allow(GET, DEPARTMENTS + "/creators", OPERATOR, CREATORS),
                allow(GET, DEPARTMENTS + "/ads", OPERATOR, ADS),
                allow(GET, DEPARTMENTS + "/service", OPERATOR, SERVICE),
                allow(GET, LENS, OPERATOR),
                allow(GET, LENS + "/definition", OPERATOR),
                allow(PUT, LENS + "/definition", OPERATOR),
                allow(GET, WORK_ITEMS, OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE),
                allow(GET, WORK_ITEM, OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE),
                allow(POST, WORK_ITEM + "/transitions", OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE),
                allow(GET, WORK_RULES, OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE),
                allow(GET, WORK_RULE, OPERATOR, CONTENT, GOODS, CREATORS, ADS, SERVICE),
                allow(PUT, WORK_RULE, OPERATOR),
                allow(POST, WORK_RULE + "/dry-runs", OPERATOR),
                allow(GET, MERCHANT + "/audit-trail", OPERATOR),
                allow(POST, ROOMS, OPERATOR, CONTENT),
                allow(GET, ROOMS, OPERATOR, CONTENT, INTEGRATION),
                allow(GET, ROOM, OPERATOR, CONTENT, INTEGRATION),
                allow(PUT, ROOM, OPERATOR, CONTENT),
                allow(POST, ROOM + "/transitions", OPERATOR, CONTENT),
                allow(POST, HOSTS, OPERATOR, CONTENT),
                allow(GET, HOSTS, OPERATOR, CONTENT),
                allow(GET, HOST, OPERATOR, CONTENT),
                allow(PUT, HOST, OPERATOR, CONTENT),
                allow(POST, HOST + "/transitions", OPERATOR, CONTENT),
                allow(POST, SHIFTS, OPERATOR, CONTENT),
                allow(GET, SHIFTS, OPERATOR, CONTENT),
                allow(GET, SHIFT, OPERATOR, CONTENT),
                allow(PUT, SHIFT, OPERATOR, CONTENT),
                allow(POST, SHIFT + "/transitions", OPERATOR, CONTENT),
                allow(POST, SESSIONS, OPERATOR, CONTENT),
                allow(GET, SESSIONS, OPERATOR, CONTENT, GOODS, INTEGRATION),
                allow(GET, SESSION, OPERATOR, CONTENT, GOODS, INTEGRATION),
                allow(PUT, SESSION, OPERATOR, CONTENT),
                allow(POST, SESSION + "/transitions", OPERATOR, CONTENT),
                allow(GET, RUNDOWN, OPERATOR, CONTENT, GOODS),
                allow(POST, RUNDOWN + "/lines", OPERATOR, CONTENT, GOODS),
                allow(GET, LINE, OPERATOR, CONTENT, GOODS),
                allow(PUT, LINE, OPERATOR, CONTENT, GOODS),
                allow(DELETE, LINE, OPERATOR, CONTENT, GOODS),
                allow(PUT, LINE + "/place", OPERATOR, CONTENT, GOODS),
                allow(POST, RUNDOWN + "/copies", OPERATOR, CONTENT, GOODS),
                allow(GET, SESSION + "/gates", OPERATOR, CONTENT, GOODS),
                allow(POST, SESSION + "/gate-overrides", OPERATOR),
                allow(GET, SESSION + "/review", OPERATOR, CONTENT, GOODS, ADS, SERVICE),
                allow(GET, SESSION + "/review/curve", OPERATOR, CONTENT, GOODS, ADS, SERVICE),
                allow(GET, ROOM + "/stability", OPERATOR, CONTENT, ADS),
                allow(POST, TEMPLATES, OPERATOR, CONTENT, GOODS),
                allow(GET, TEMPLATES, OPERATOR, CONTENT, GOODS),
                allow(GET, TEMPLATE, OPERATOR, CONTENT, GOODS),
                allow(PUT, TEMPLATE, OPERATOR, CONTENT, GOODS),
                allow(POST, RULES, OPERATOR),
                allow(GET, RULES, OPERATOR, CONTENT, GOODS),
                allow(GET, RULE, OPERATOR, CONTENT, GOODS),
                allow(PUT, RULE, OPERATOR),
                allow(POST, RULE + "/transitions", OPERATOR),
                allow(POST, CAMPAIGNS, OPERATOR, ADS),
                allow(GET, CAMPAIGNS, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, CAMPAIGN, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, CAMPAIGN, OPERATOR, ADS),
                allow(POST, CAMPAIGN + "/transitions", OPERATOR, ADS),
                allow(GET, CAMPAIGN + "/pacing", OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, CAMPAIGN + "/report", OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, MERCHANT + "/campaign-reports", OPERATOR, ADS, GOODS, INTEGRATION),
                allow(POST, OFFERS, OPERATOR, GOODS),
                allow(GET, OFFERS, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, OFFER, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, OFFER, OPERATOR, GOODS),
                allow(POST, OFFER + "/transitions", OPERATOR, GOODS),
                allow(GET, CLAIMS, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(GET, CLAIM, OPERATOR, ADS, GOODS, INTEGRATION),
                allow(PUT, CLAIM, OPERATOR, INTEGRATION),
                allow(POST, CLAIM + "/transitions", OPERATOR, INTEGRATION),
                allow(GET, PROMISE_RULES, OPERATOR, GOODS, ADS, CREATORS, CONTENT),
                allow(PUT, PROMISE_RULES, OPERATOR),
                allow(POST, PRODUCT_LIMITS, OPERATOR, GOODS),
                allow(GET, PRODUCT_LIMITS, OPERATOR, GOODS, ADS, CREATORS, CONTENT, INTEGRATION),
                allow(GET, PRODUCT_LIMIT, OPERATOR, GOODS, ADS, CREATORS, CONTENT, INTEGRATION),
                allow(PUT, PRODUCT_LIMIT, OPERATOR, GOODS),
                allow(DELETE, PRODUCT_LIMIT, OPERATOR, GOODS),
                allow(POST, KOLS, OPERATOR, CREATORS),
                allow(GET, KOLS, OPERATOR, CREATORS),
                allow(GET, KOL, OPERATOR, CREATORS),
                allow(PUT, KOL, OPERATOR, CREATORS),
                allow(POST, KOL + "/transitions", OPERATOR, CREATORS),
                allow(POST, UNAVAILABILITIES, OPERATOR, CREATORS),
                allow(GET, UNAVAILABILITIES, OPERATOR, CREATORS),
                allow(GET, UNAVAILABILITY, OPERATOR, CREATORS),
                allow(DELETE, UNAVAILABILITY, OPERATOR, CREATORS),
                allow(POST, ENGAGEMENTS, OPERATOR, CREATORS),
                allow(GET, ENGAGEMENTS, OPERATOR, CREATORS, ADS, GOODS),
                allow(GET, ENGAGEMENT, OPERATOR, CREATORS, ADS, GOODS),
                allow(PUT, ENGAGEMENT, OPERATOR, CREATORS),
                allow(POST, ENGAGEMENT + "/transitions", OPERATOR, CREATORS),
                allow(GET, ENGAGEMENT + "/economics", OPERATOR, CREATORS, ADS, GOODS),
                allow(GET, ENGAGEMENT + "/breakout", OPERATOR, CREATORS, ADS, GOODS),
                allow(POST, MAKE_GOODS, OPERATOR, CREATORS),
                allow(GET, MAKE_GOODS, OPERATOR, CREATORS, ADS, GOODS),
                allow(GET, MAKE_GOOD, OPERATOR, CREATORS, ADS, GOODS),
                allow(PUT, MAKE_GOOD, OPERATOR, CREATORS),
                allow(POST, MAKE_GOOD + "/transitions", OPERATOR, CREATORS),
                allow(POST, DIRECTORY, OPERATOR, CREATORS),
                allow(GET, DIRECTORY, OPERATOR, CREATORS, CONTENT),
                allow(POST, DIRECTORY + "/imports", OPERATOR, CREATORS),
                allow(GET, CREATOR, OPERATOR, CREATORS, CONTENT),
                allow(PUT, CREATOR, OPERATOR, CREATORS),
                allow(POST, CREATOR + "/transitions", OPERATOR, CREATORS),
                allow(POST, SCREENINGS, OPERATOR, CREATORS),
                allow(GET, SCREENINGS, OPERATOR, CREATORS, CONTENT),
                allow(GET, SCREENING, OPERATOR, CREATORS, CONTENT),
                allow(PUT, SCREENING, OPERATOR, CREATORS),
                allow(GET, SCREENING + "/results", OPERATOR, CREATORS, CONTENT),
                allow(POST, OUTREACHES, OPERATOR, CREATORS),
                allow(GET, OUTREACHES, OPERATOR, CREATORS, CONTENT),
                allow(GET, OUTREACH, OPERATOR, CREATORS, CONTENT),
                allow(PUT, OUTREACH, OPERATOR, CREATORS),
                allow(POST, OUTREACH + "/transitions", OPERATOR, CREATORS),
                allow(POST, COLLABORATIONS, OPERATOR, CREATORS),
                allow(GET, COLLABORATIONS, OPERATOR, CREATORS, CONTENT),
                allow(GET, COLLABORATION, OPERATOR, CREATORS, CONTENT),
                allow(PUT, COLLABORATION, OPERATOR, CREATORS),
                allow(POST, COLLABORATION + "/transitions", OPERATOR, CREATORS),
                allow(POST, PARTICIPATIONS, OPERATOR, CREATORS),
                allow(GET, PARTICIPATIONS, OPERATOR, CREATORS, CONTENT),
                allow(GET, PARTICIPATION, OPERATOR, CREATORS, CONTENT),
                allow(PUT, PARTICIPATION, OPERATOR, CREATORS),
                allow(GET, MERCHANT + "/commissions", OPERATOR, CREATORS, INTEGRATION),
                allow(GET, MERCHANT + "/commissions/totals", OPERATOR, CREATORS, INTEGRATION),
                allow(POST, STATEMENTS, OPERATOR, CREATORS),
                allow(GET, STATEMENTS, OPERATOR, CREATORS, INTEGRATION),
                allow(GET, STATEMENT, OPERATOR, CREATORS, INTEGRATION),
                allow(GET, STATEMENT + "/entries", OPERATOR, CREATORS, INTEGRATION),
                allow(POST, STATEMENT + "/transitions", OPERATOR, CREATORS),
                allow(GET, COLLABORATION + "/roi", OPERATOR, CREATORS),
                allow(GET, PARTICIPATION + "/roi", OPERATOR, CREATORS),
                allow(GET, MERCHANT + "/marginal-creators", OPERATOR, CREATORS, CONTENT),
                allow(GET, MERCHANT + "/break-evens", OPERATOR, CREATORS, CONTENT),
                allow(POST, WEBHOOKS, OPERATOR, INTEGRATION),
                allow(GET, WEBHOOKS, OPERATOR, INTEGRATION),
                allow(GET, WEBHOOK, OPERATOR, INTEGRATION),
                allow(PUT, WEBHOOK, OPERATOR, INTEGRATION),
                allow(DELETE, WEBHOOK, OPERATOR, INTEGRATION),
                allow(POST, WEBHOOK + "/transitions", OPERATOR, INTEGRATION),
                allow(POST, WEBHOOK + "/secrets", OPERATOR, INTEGRATION),
                allow(GET, WEBHOOK + "/health", OPERATOR, INTEGRATION),
                allow(POST, WEBHOOK + "/tests", OPERATOR, INTEGRATION),
                allow(GET, WEBHOOK + "/deliveries", OPERATOR, INTEGRATION),
                allow(POST, WEBHOOK + "/replays", OPERATOR, INTEGRATION));
    }
}
