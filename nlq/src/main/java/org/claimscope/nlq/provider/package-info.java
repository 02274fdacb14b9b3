/// One file per kind of language model service: what LangChain4j needs to speak to it, and nothing
/// else. Connections are opened by the gateway of `guard` alone.
@NullMarked
package org.claimscope.nlq.provider;

import org.jspecify.annotations.NullMarked;
