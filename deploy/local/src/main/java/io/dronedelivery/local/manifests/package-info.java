/** Writes what the build knows of the system's Kubernetes objects, and renders the overlays of deploy/kubernetes. */
@NullMarked
package io.dronedelivery.local.manifests;

import org.jspecify.annotations.NullMarked;
