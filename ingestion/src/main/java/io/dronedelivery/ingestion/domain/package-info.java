/** Accepting requests: what is allowed in them, what they are named, and that they are stored before they are promised. */
@NullMarked
package io.dronedelivery.ingestion.domain;

import org.jspecify.annotations.NullMarked;
