/// Tests of the vault and its streams.
@NullMarked
package org.claimscope.data.security;

import org.jspecify.annotations.NullMarked;
