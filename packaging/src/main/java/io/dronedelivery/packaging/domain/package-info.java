/** Packages: what is carried, by which tag it is known, and in whose hands it is. */
@NullMarked
package io.dronedelivery.packaging.domain;

import org.jspecify.annotations.NullMarked;
