package dev.memoized.it.openliberty;

import dev.memoized.it.suite.Redeployments;

class RedeployIT extends Redeployments {}
