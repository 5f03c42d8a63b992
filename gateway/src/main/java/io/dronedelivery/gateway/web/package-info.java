/** What the operators' console in a browser shows: each page in one call, put together from several services. */
@NullMarked
package io.dronedelivery.gateway.web;

import org.jspecify.annotations.NullMarked;
