package dev.memoized.it.openliberty;

import dev.memoized.it.suite.Members;

class MembersIT extends Members {}
