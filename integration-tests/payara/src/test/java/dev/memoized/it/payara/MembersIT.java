package dev.memoized.it.payara;

import dev.memoized.it.suite.Members;

class MembersIT extends Members {}
