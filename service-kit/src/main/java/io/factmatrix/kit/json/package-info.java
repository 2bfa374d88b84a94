/** What a client sends, read to the letter: {@link io.factmatrix.kit.json.StrictJson} its bytes, {@link io.factmatrix.kit.json.Members} its members. */
@NullMarked
package io.factmatrix.kit.json;

import org.jspecify.annotations.NullMarked;
