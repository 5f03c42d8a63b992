/** What the gateway tells everybody of the API, without a token: its description, a page to read it, and a page per kind of problem. */
@NullMarked
package io.dronedelivery.gateway.docs;

import org.jspecify.annotations.NullMarked;
