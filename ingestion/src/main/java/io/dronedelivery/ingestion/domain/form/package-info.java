/** Reads request bodies field by field, and notes everything that is wrong in them. */
@NullMarked
package io.dronedelivery.ingestion.domain.form;

import org.jspecify.annotations.NullMarked;
