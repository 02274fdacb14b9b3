/// Vault, keys, roles, policy: who may read what, and with which key it is locked.
@NullMarked
package org.claimscope.data.security;

import org.jspecify.annotations.NullMarked;
