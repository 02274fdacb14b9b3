/// A feed is source + format + schedule: checkpoints, idempotent load, quarantine, run log.
@NullMarked
package org.claimscope.data.sync;

import org.jspecify.annotations.NullMarked;
