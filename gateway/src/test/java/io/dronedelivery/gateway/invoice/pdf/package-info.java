/** Tests of PDF files: another program reads what was written. */
@NullMarked
package io.dronedelivery.gateway.invoice.pdf;

import org.jspecify.annotations.NullMarked;
