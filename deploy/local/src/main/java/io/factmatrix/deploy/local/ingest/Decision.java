package io.factmatrix.deploy.local.ingest;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param repeats how often it was sent again after an answer was lost: what those sendings stored counts as duplicates
 */
record Decision(long received, long stored, long duplicates, List<Rejection> rejections, int repeats) {}
