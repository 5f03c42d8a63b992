/** Where everything is: folders, builds, services and their ports. */
@NullMarked
package io.dronedelivery.local.project;

import org.jspecify.annotations.NullMarked;
