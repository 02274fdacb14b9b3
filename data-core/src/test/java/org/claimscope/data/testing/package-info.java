/// What several tests need: golden files, the shared data, temporary workspaces.
@NullMarked
package org.claimscope.data.testing;

import org.jspecify.annotations.NullMarked;
