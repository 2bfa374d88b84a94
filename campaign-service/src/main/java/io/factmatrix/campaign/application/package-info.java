/** What can be done with them, each inside one transaction of one merchant. */
@NullMarked
package io.factmatrix.campaign.application;

import org.jspecify.annotations.NullMarked;
