/** What a merchant's systems send, made once and stamped anew for each sending. */
@NullMarked
package io.factmatrix.deploy.bench.mix;

import org.jspecify.annotations.NullMarked;
