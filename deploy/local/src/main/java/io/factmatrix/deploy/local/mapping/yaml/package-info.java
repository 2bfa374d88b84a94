/** YAML as it is written: every text as it stands, every part with its line, nothing unknown passed over. */
@NullMarked
package io.factmatrix.deploy.local.mapping.yaml;

import org.jspecify.annotations.NullMarked;
