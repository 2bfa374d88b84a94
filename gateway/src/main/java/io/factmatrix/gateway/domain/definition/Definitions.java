package io.factmatrix.gateway.domain.definition;

import static io.factmatrix.gateway.domain.definition.Definition.Unit.COUNT;
import static io.factmatrix.gateway.domain.definition.Definition.Unit.MONEY;
import static io.factmatrix.gateway.domain.definition.Definition.Unit.PEOPLE;
import static io.factmatrix.gateway.domain.definition.Definition.Unit.SHARE;
import static io.factmatrix.gateway.domain.definition.Definition.Unit.TIMES;

import io.factmatrix.gateway.domain.definition.Definition.Text;
import io.factmatrix.gateway.domain.definition.Definition.Unit;
import java.util.List;
import java.util.Map;

/** All metrics of a view, in its order. A test holds them to what a view shows: none can be added without its meaning. */
public final class Definitions {

    public static final List<Definition> ALL = List.of(
            of(
                    "gmv",
                    MONEY,
                    "GMV",
                    "成交金额",
                    "Sum of the amounts of paid order lines, samples excluded, by payment time.",
                    "已支付订单行金额之和，不含样品，按支付时间计。"),
            of("refunds", MONEY, "Refunds", "退款金额", "Sum of the amounts refunded, by refund time.", "退款金额之和，按退款时间计。"),
            of("netGmv", MONEY, "Net GMV", "净成交金额", "GMV less refunds.", "成交金额减退款金额。"),
            of(
                    "refundsOfPeriod",
                    MONEY,
                    "Refunds of the period's orders",
                    "本期订单退款金额",
                    "Sum of the amounts refunded, booked to the payment time of the line that they refund.",
                    "退款金额之和，归入原订单行的支付时间。"),
            of(
                    "netGmvOfPeriod",
                    MONEY,
                    "Net GMV of the period's orders",
                    "本期订单净成交金额",
                    "GMV less the refunds of the period's orders.",
                    "成交金额减本期订单退款金额。"),
            of(
                    "cost",
                    MONEY,
                    "Cost",
                    "成本",
                    "Sum of all costs; an estimate is replaced by what was settled when it comes.",
                    "全部成本之和；预估成本在结算后由结算金额取代。"),
            of(
                    "costByCategory",
                    MONEY,
                    "Cost by category",
                    "分类成本",
                    "The same by category. A category without costs is not listed.",
                    "同上，按类别分列；没有发生的类别不列出。"),
            of(
                    "orders",
                    COUNT,
                    "Orders",
                    "订单数",
                    "Each order once, at its earliest paid line. One with lines in two fields counts once in each, and once in the"
                            + " total.",
                    "每个订单只计一次，计于其最早的已支付订单行。跨两个阵地的订单在两个阵地各计一次，在合计中计一次。"),
            of("units", COUNT, "Units", "件数", "Sum of the quantities paid, samples excluded.", "已支付数量之和，不含样品。"),
            of(
                    "buyers",
                    PEOPLE,
                    "Buyers",
                    "买家数",
                    "Distinct persons with a paid line. The total is the union of the fields' buyers, never their sum. Where it is"
                            + " estimated, it has bounds at 95%.",
                    "有已支付订单行的去重人数。合计是各阵地买家的并集，绝不相加。估计值附 95% 的上下界。"),
            of(
                    "newBuyers",
                    COUNT,
                    "New buyers",
                    "新客数",
                    "Persons whose first paid line with the merchant, in any field and currency, lies in the period; counted in the"
                            + " field of that line.",
                    "在本商家（任何阵地、任何币种）的首个已支付订单行落在本期的人数，计入该订单行所在阵地。"),
            of("newBuyerShare", SHARE, "New-buyer share", "新客占比", "New buyers / buyers.", "新客数 ÷ 买家数。"),
            of(
                    "audienceCoverage",
                    SHARE,
                    "Audience coverage",
                    "人群标识覆盖率",
                    "Share of paid lines that say who paid. The others count for money and not for people.",
                    "带有人群标识的已支付订单行占比；不带标识的只计金额，不计人数。"),
            of("impressions", COUNT, "Impressions", "曝光次数", "Sum of what was reported.", "上报值之和。"),
            of("paidImpressions", COUNT, "Paid impressions", "付费曝光次数", "Sum of what was reported.", "上报值之和。"),
            of("views", COUNT, "Views", "观看次数", "Sum of what was reported.", "上报值之和。"),
            of(
                    "viewers",
                    COUNT,
                    "Viewers",
                    "观看人数",
                    "Sum of what was reported: an upper bound of persons where one touchpoint reports several intervals.",
                    "上报值之和；同一触点上报多个时段时，为人数的上界。"),
            of("productImpressions", COUNT, "Product impressions", "商品曝光次数", "Sum of what was reported.", "上报值之和。"),
            of("productClicks", COUNT, "Product clicks", "商品点击次数", "Sum of what was reported.", "上报值之和。"),
            of("watchSeconds", COUNT, "Watch time, seconds", "观看时长（秒）", "Sum of what was reported.", "上报值之和。"),
            of("likes", COUNT, "Likes", "点赞次数", "Sum of what was reported.", "上报值之和。"),
            of("comments", COUNT, "Comments", "评论次数", "Sum of what was reported.", "上报值之和。"),
            of("shares", COUNT, "Shares", "分享次数", "Sum of what was reported.", "上报值之和。"),
            of("follows", COUNT, "Follows", "新增关注", "Sum of what was reported.", "上报值之和。"),
            of("fanJoins", COUNT, "Fan joins", "新增粉丝团", "Sum of what was reported.", "上报值之和。"),
            of(
                    "gpm.impression",
                    MONEY,
                    "GPM, by impressions",
                    "千次曝光成交金额",
                    "GMV / impressions × 1,000, over the touchpoints whose impressions were reported.",
                    "成交金额 ÷ 曝光次数 × 1000，只计上报了曝光的触点。"),
            of(
                    "gpm.view",
                    MONEY,
                    "GPM, by views",
                    "千次观看成交金额",
                    "GMV / views × 1,000, over the touchpoints whose views were reported.",
                    "成交金额 ÷ 观看次数 × 1000，只计上报了观看的触点。"),
            of(
                    "rates.enter",
                    SHARE,
                    "Enter rate",
                    "进入率",
                    "Views / impressions, over the touchpoints where both were reported.",
                    "观看次数 ÷ 曝光次数，只计两者均已上报的触点。"),
            of(
                    "rates.productShow",
                    SHARE,
                    "Product show rate",
                    "商品曝光率",
                    "Product impressions / views, over the touchpoints where both were reported.",
                    "商品曝光次数 ÷ 观看次数，只计两者均已上报的触点。"),
            of(
                    "rates.productClick",
                    SHARE,
                    "Product click rate",
                    "商品点击率",
                    "Product clicks / product impressions, over the touchpoints where both were reported.",
                    "商品点击次数 ÷ 商品曝光次数，只计两者均已上报的触点。"),
            of(
                    "rates.order",
                    SHARE,
                    "Order rate",
                    "点击成交率",
                    "Orders / product clicks, over the touchpoints whose product clicks were reported.",
                    "订单数 ÷ 商品点击次数，只计上报了商品点击的触点。"),
            of("aov", MONEY, "Average order value", "客单价", "GMV / orders.", "成交金额 ÷ 订单数。"),
            of("roi", TIMES, "ROI", "投入产出比", "GMV / cost.", "成交金额 ÷ 成本。"),
            of("netRoi", TIMES, "Net ROI", "净投入产出比", "Net GMV / cost.", "净成交金额 ÷ 成本。"),
            of("orderCost", MONEY, "Cost per order", "单均成本", "Cost / orders.", "成本 ÷ 订单数。"),
            of("refundRate", SHARE, "Refund rate", "退款率", "Refunds of the period's orders / GMV.", "本期订单退款金额 ÷ 成交金额。"),
            of(
                    "uvValue",
                    MONEY,
                    "UV value",
                    "UV 价值",
                    "GMV / viewers, over the touchpoints whose viewers were reported.",
                    "成交金额 ÷ 观看人数，只计上报了观看人数的触点。"),
            of("tickets.complaint", COUNT, "Complaints", "投诉", "Complaints received by service.", "客服收到的投诉数。"),
            of("tickets.inquiry", COUNT, "Inquiries", "咨询", "Inquiries received by service.", "客服收到的咨询数。"),
            of("tickets.praise", COUNT, "Praise", "好评", "Praise received by service.", "客服收到的好评数。"),
            of(
                    "coverage",
                    SHARE,
                    "Coverage",
                    "上报覆盖度",
                    "Share of the period's GMV that lies in touchpoints for which that metric was reported.",
                    "上报了该指标的触点所占的本期成交金额比例。"));

    /** The categories of costs. */
    public static final Map<String, Text> COST_CATEGORIES = Map.of(
            "ads", new Text("ads", "投放"),
            "commission", new Text("commission", "佣金"),
            "slotFee", new Text("slot fees", "坑位费"),
            "sample", new Text("samples", "样品"),
            "staff", new Text("staff", "人员"),
            "production", new Text("production", "制作"),
            "discount", new Text("discounts", "优惠"),
            "other", new Text("other", "其他"));

    private Definitions() {}

    private static Definition of(
            String member, Unit unit, String english, String chinese, String meaning, String meaningInChinese) {
        return new Definition(member, unit, new Text(english, chinese), new Text(meaning, meaningInChinese));
    }
}
