package io.factmatrix.livestream.domain.review;

import io.factmatrix.kit.json.Word;

/** Why a figure of a review is not known. */
public enum Unknown implements Word {
    /** One of the two counters of the rate was not reported in this session, or there is nothing to divide by. */
    RATE_UNKNOWN,
    /** Of the sessions before, fewer than {@value WeakestStep#LEAST} have the rate known. */
    TOO_FEW_KNOWN,
    /** The median is 0: nothing is below it, and nothing can be divided by it. */
    MEDIAN_IS_ZERO,
    /** No step can be compared. */
    NOTHING_TO_COMPARE,
    /** Every step that can be compared is at its median or above. */
    NONE_BELOW_ITS_MEDIAN,
    /** Fewer sessions than it takes. */
    TOO_FEW_SESSIONS,
    /** What weekdays and slots leave free of the sessions is too little to tell how they vary. */
    TOO_FEW_DEGREES_OF_FREEDOM,
    /** A variation is a share of the mean, which is 0. */
    MEAN_IS_ZERO,
    /** Each weekday was always at the same slot, or nearly so: what is of the one and what of the other cannot be told. */
    CONFOUNDED
}
