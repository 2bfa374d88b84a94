/** What an installation says of itself in its OpenAPI document: {@link io.factmatrix.deploy.acceptance.document.ApiDocument}. */
@NullMarked
package io.factmatrix.deploy.acceptance.document;

import org.jspecify.annotations.NullMarked;
