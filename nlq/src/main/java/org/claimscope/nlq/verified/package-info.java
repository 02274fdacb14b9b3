/// Questions that somebody vouches for: shipped in packs, or saved.
@NullMarked
package org.claimscope.nlq.verified;

import org.jspecify.annotations.NullMarked;
