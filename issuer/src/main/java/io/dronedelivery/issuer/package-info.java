/** Issues tokens where there is no OpenID Connect provider: for the local runtime and for tests. */
@NullMarked
package io.dronedelivery.issuer;

import org.jspecify.annotations.NullMarked;
