/** What operators do to a compensation: what each act changes, when it is possible, and what they see. */
@NullMarked
package io.dronedelivery.supervisor.compensation.domain.operations;

import org.jspecify.annotations.NullMarked;
