package dev.memoized.it.wildfly;

import dev.memoized.it.suite.Redeployments;

class RedeployIT extends Redeployments {}
