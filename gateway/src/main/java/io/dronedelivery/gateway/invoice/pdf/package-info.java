/**
 * Writes PDF files (1.4) of text, without AWT, so that it works in a native executable: A4 pages in Helvetica. The same content
 * is always the same bytes.
 */
@NullMarked
package io.dronedelivery.gateway.invoice.pdf;

import org.jspecify.annotations.NullMarked;
