/** What is tested of the chart: what Helm makes of it, read as the API server and the programs would read it. */
@NullMarked
package io.factmatrix.deploy.helm;

import org.jspecify.annotations.NullMarked;
