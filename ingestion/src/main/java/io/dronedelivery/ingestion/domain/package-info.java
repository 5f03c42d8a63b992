/** Accepting requests: what is allowed in them, their ids, and that they are stored before they are answered. */
@NullMarked
package io.dronedelivery.ingestion.domain;

import org.jspecify.annotations.NullMarked;
