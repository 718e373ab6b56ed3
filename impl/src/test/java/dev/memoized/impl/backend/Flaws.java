package dev.memoized.impl.backend;

import java.util.List;
import java.util.stream.Stream;

/** What could be wrong in this room, and which test finds it. */
public final class Flaws {
    private Flaws() {}

    /** All of them. */
    public static List<Killed> all() {
        return Stream.of(
                        ofInvalidations(),
                        ofBreaker(),
                        ofTimeOuts(),
                        ofWhatIsAtHand(),
                        ofBounds(),
                        ofCounters(),
                        ofLeases(),
                        ofLoans(),
                        ofNoLeases())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Killed> ofInvalidations() {
        Class<?> test = QueuedInvalidationsTest.class;
        return Stream.of(
                killed(
                        "a failed invalidation is swallowed",
                        "GuardedStore",
                        "            return call(operation);\n        } catch (BackendException failure) {\n"
                                + "            guard.queue(target, keys, failure);",
                        "            return call(operation);\n        } catch (BackendException failure) {",
                        test,
                        "C11_invalidatedWhileDown_isGoneWhenItIsBack"),
                killed(
                        "a failed mark is swallowed",
                        "GuardedStore",
                        "guard.queue(target, mark, mode, failure);",
                        "",
                        test,
                        "C11_markRaisedWhileDown_isGoneWhenItIsBack"),
                killed(
                        "what a failed write should have replaced comes back",
                        "GuardedStore",
                        "            return write(keys, operation);\n        } catch (BackendException failure) {\n"
                                + "            guard.queue(target, keys, failure);",
                        "            return write(keys, operation);\n        } catch (BackendException failure) {",
                        test,
                        "C11_replacedWhileDown_isGoneWhenItIsBack"),
                killed(
                        "a touch without life is no invalidation",
                        "GuardedStore",
                        "life.isZero() || life.isNegative()",
                        "false",
                        test,
                        "C11_deletedByALifeOfNothingWhileDown_isGoneWhenItIsBack"),
                killed(
                        "reads before the queue is made",
                        "Guard",
                        "ticket == Breaker.REFUSED || !applied(ticket)",
                        "ticket == Breaker.REFUSED",
                        test,
                        "C11_nothingIsDoneBeforeAllIsMade"),
                killed(
                        "the queue is forgotten before it is made",
                        "Guard",
                        "            Batch some = batch;\n",
                        "            Batch some = batch;\n            waiting.applied(batch);\n",
                        test,
                        "C11_othersWaitForTheOneThatMakesThem"),
                killed(
                        "what is made forgets what came meanwhile",
                        "Waiting",
                        "known.remove(key, number) ? 1 : 0",
                        "known.remove(key) != null ? 1 : 0",
                        test,
                        "C11_invalidatedAgainWhileItIsMade_isMadeAgain"),
                killed(
                                "the others do not look again",
                                "Guard",
                                "            time.await(others, timeOut);\n            return waiting.isEmpty();",
                                "            return true;",
                                test,
                                "C11_othersWaitForTheOneThatMakesThem")
                        .inSomeOrders(),
                killed(
                        "the later one of a mark counts",
                        "Batch",
                        "mode == InvalidationMode.HARD ? mode : later",
                        "later",
                        test,
                        "hardAndSoft_inAnyOrder_isHard"),
                killed(
                        "the first one of a mark counts",
                        "Batch",
                        "mode == InvalidationMode.HARD ? mode : later",
                        "mode",
                        test,
                        "hardAndSoft_inAnyOrder_isHard"),
                killed(
                        "waits at the store with invalidations queued",
                        "Guard",
                        "if (ticket == Breaker.REFUSED || !waiting.isEmpty()) {\n            throw",
                        "if (ticket == Breaker.REFUSED) {\n            throw",
                        test,
                        "C11_nothingIsDoneBeforeAllIsMade"),
                killed(
                        "one key can hold up all others for ever",
                        "Waiting",
                        "++attempts % MARK_INSTEAD == 0",
                        "false",
                        test,
                        "keyThatTheStoreFailsAt_endsAsTheMarkOfItsNamespace"),
                killed(
                        "goes on making them without end",
                        "Guard",
                        "time.nanos() - end >= 0 && !waiting.isEmpty()",
                        "false",
                        test,
                        "moreThanATimeOutCanMake_isMadeByTheNextOperationToo"));
    }

    private static Stream<Killed> ofBreaker() {
        Class<?> test = BreakerTest.class;
        return Stream.of(
                killed(
                        "never stops calling",
                        "Breaker",
                        "failures.incrementAndGet() >= FAILURES",
                        "failures.incrementAndGet() >= Integer.MAX_VALUE",
                        test,
                        "C63_fiveFailuresInARow_nobodyCallsItAnyMore"),
                killed(
                        "all probe",
                        "Breaker",
                        "state == BackendHealth.State.HALF_OPEN || now - lastTry < PAUSE.toNanos()",
                        "now - lastTry < PAUSE.toNanos()",
                        test,
                        "C64_probeThatTakesLongerThanASecond_isTheOnlyOne"),
                killed(
                        "probes whenever nobody does",
                        "Breaker",
                        "state == BackendHealth.State.HALF_OPEN || now - lastTry < PAUSE.toNanos()",
                        "state == BackendHealth.State.HALF_OPEN",
                        test,
                        "C63_down_oneCallASecondReachesIt"),
                killed(
                        "a failed probe closes",
                        "Breaker",
                        "if (opens || state == BackendHealth.State.HALF_OPEN) {\n                become(BackendHealth.State.OPEN);",
                        "if (opens || state == BackendHealth.State.HALF_OPEN) {\n                become(opens"
                                + " ? BackendHealth.State.OPEN : BackendHealth.State.CLOSED);",
                        test,
                        "C63_down_oneCallASecondReachesIt"),
                killed(
                        "a probe that was given up is waited for, for ever",
                        "Guard",
                        "breaker.abandoned(ticket);",
                        "",
                        test,
                        "interruptedProbe_leavesItOpen"),
                killed(
                        "an old success ends the outage",
                        "Breaker",
                        "boolean probe = ticket == period.get() && state == BackendHealth.State.HALF_OPEN;",
                        "boolean probe = state != BackendHealth.State.CLOSED;",
                        test,
                        "successFromBeforeTheOutage_doesNotEndIt"),
                killed(
                        "success does not count anew",
                        "Breaker",
                        "failures.set(0);",
                        "",
                        test,
                        "successBetween_countsAnew"),
                killed(
                        "wrong use is a failure",
                        "Endings",
                        "!(failure instanceof BackendException)",
                        "failure instanceof BackendException",
                        test,
                        "wrongUse_isNoFailureOfTheStore"));
    }

    private static Stream<Killed> ofTimeOuts() {
        Class<?> test = GuardTimeOutTest.class;
        return Stream.of(
                killed(
                        "waits for ever",
                        "Guard",
                        "ended = time.await(errand.answer(), atMost);",
                        "ended = errand.answer().handle((value, failure) -> true).join();",
                        test,
                        "C64_readHangs_failsInTime"),
                killed(
                        "a time-out is no failure",
                        "Endings",
                        "        failed(ticket);\n        return new BackendException(StoreMessage.STORE_OVERDUE",
                        "        return new BackendException(StoreMessage.STORE_OVERDUE",
                        test,
                        "C64_slowStore_answersJustTooLate"),
                killed(
                        "a late lease stays out",
                        "GuardedStore",
                        "guard.quietly(() -> store().release(late));",
                        "",
                        test,
                        "lateLease_isGivenBack"),
                killed(
                        "a late claim stays out",
                        "GuardedStore",
                        "claim(key, life), () -> {}, this::giveBack)",
                        "claim(key, life), () -> {}, late -> {})",
                        test,
                        "lateClaim_isGivenBack"),
                killed(
                        "a late write is read",
                        "GuardedStore",
                        "() -> doubts.begin(keys)",
                        "() -> {}",
                        test,
                        "latePut_isNeverRead"),
                killed(
                        "a late write stays",
                        "GuardedStore",
                        "guard.queueLate(target, keys);",
                        "",
                        test,
                        "latePut_isNeverRead"),
                killed(
                        "what was given up begins",
                        "Errand",
                        "            answer.completeExceptionally(new TimeoutException());\n            return;",
                        "            begun.set(false);\n            return;",
                        test,
                        "errandThatWasGivenUp_doesNotBegin"),
                killed(
                        "what fails late is not told",
                        "Errand",
                        "lateFailure.accept(failure);",
                        "",
                        test,
                        "failureThatComesLate_isToldOnce"),
                killed(
                        "what is stopped is told as a failure",
                        "Guard",
                        "!hands.isClosed()",
                        "true",
                        test,
                        "failureOfWhatIsStopped_isNotTold"),
                killed(
                        "the interrupt flag is lost",
                        "Guard",
                        "Thread.currentThread().interrupt();",
                        "",
                        test,
                        "interruptedCaller_keepsItsFlagAndFails"),
                killed(
                        "nobody tells the store that its waiter has gone",
                        "Guard",
                        "errand.interrupt();",
                        "",
                        test,
                        "interruptedWaiter_letsTheStoreGo"),
                killed(
                        "threads outlive the guard",
                        "Guard",
                        "        hands.close();\n",
                        "",
                        test,
                        "closeWhileHanging_leavesNoThreadAndNoCaller"));
    }

    private static Stream<Killed> ofWhatIsAtHand() {
        Class<?> test = GuardAtHandTest.class;
        return Stream.of(
                killed(
                        "what waits is overlooked at hand",
                        "Guard",
                        "        if (!waiting.isEmpty()) {\n            return null;",
                        "        if (waiting.isEmpty() && !waiting.isEmpty()) {\n            return null;",
                        test,
                        "C11_whileAnInvalidationWaits_nothingAtHandIsRead"),
                killed(
                        "what fails at hand is not counted",
                        "Guard",
                        "            throw endings.failed(failure, ticket);",
                        "            throw endings.broken(failure);",
                        test,
                        "failuresAtHand_areFailuresOfTheBackend"),
                killed(
                        "what is left alone is not asked for what is at hand",
                        "Guard",
                        "        long ticket = breaker.enterUnlessOpen();\n        try {\n            return question.get();",
                        "        long ticket = breaker.enterUnlessOpen();\n        try {\n"
                                + "            return ticket == Breaker.REFUSED ? null : question.get();",
                        test,
                        "whatIsAtHand_isReadOfABackendThatIsLeftAlone"),
                killed(
                        "what asks nobody ends a row of failures",
                        "Guard",
                        "            return question.get();",
                        "            T answer = question.get();\n            endings.succeeded(ticket);\n            return answer;",
                        test,
                        "whatIsAtHand_saysNothingOfTheBackend"),
                killed(
                        "nothing at hand is asked for",
                        "GuardedStore",
                        "return known == null ?",
                        "return known == null || known.entry() == null ?",
                        test,
                        "nothingAtHand_isAMissWithoutAQuestion"));
    }

    private static Stream<Killed> ofBounds() {
        Class<?> test = QueuedInvalidationsTest.class;
        return Stream.of(
                killed(
                        "any number of keys waits",
                        "Waiting",
                        "keyCount > KEYS_AT_MOST",
                        "keyCount < 0",
                        test,
                        "C60_tooManyKeys_becomeTheMarkOfTheirNamespace"),
                killed(
                        "any number of marks waits",
                        "Waiting",
                        "marks.size() > MARKS_AT_MOST",
                        "marks.isEmpty()",
                        test,
                        "C60_tooManyMarks_becomeTheMarksOfAllNamespaces"),
                killed(
                        "a namespace that is opened later keeps what tags should have taken",
                        "Waiting",
                        "            if (tagsForgotten) {",
                        "            if (keyCount < 0) {",
                        test,
                        "C60_tooManyMarks_becomeTheMarksOfAllNamespaces"),
                killed(
                        "takes any number of operations",
                        "Hands",
                        "new LinkedBlockingQueue<>(WAITING_AT_MOST)",
                        "new LinkedBlockingQueue<>()",
                        GuardTimeOutTest.class,
                        "tooManyAtOnce_isRefusedAtOnce"));
    }

    private static Stream<Killed> ofCounters() {
        return Stream.of(
                killed(
                        "a miss is a hit",
                        "CountedStore",
                        "(entry == null ? misses : hits)",
                        "(entry == null ? hits : hits)",
                        CountedStoreTest.class,
                        "readings_areHitsOrMisses"),
                killed(
                        "a refused value is a write",
                        "CountedStore",
                        "(taken ? writes : refused)",
                        "(taken ? writes : writes)",
                        CountedStoreTest.class,
                        "writes_areTakenOrRefused"),
                killed(
                        "keys are told",
                        "Digests",
                        "return of(namespace.keyForm().text(key));",
                        "return namespace.keyForm().text(key);",
                        LoggedStoreTest.class,
                        "C61_keysValuesTagsAndMessages_areNeverTold"),
                killed(
                        "an interrupted leader keeps its lease",
                        "GuardedStore",
                        "boolean interrupted = Thread.interrupted();",
                        "boolean interrupted = false;",
                        GuardTimeOutTest.class,
                        "releaseByAnInterruptedThread_reachesTheStore"),
                killed(
                        "a late addition takes away what it has found",
                        "GuardedStore",
                        "late -> !Boolean.FALSE.equals(late)",
                        "late -> true",
                        GuardTimeOutTest.class,
                        "lateAdd_thatFoundAnothersValue_leavesIt"),
                killed(
                        "tags are told",
                        "Digests",
                        "kind + of(mark.name())",
                        "kind + mark.name()",
                        LoggedStoreTest.class,
                        "C61_keysValuesTagsAndMessages_areNeverTold"),
                killed(
                        "digests are made for nobody",
                        "LoggedStore",
                        "return log.isDebug()\n                ? this.<@Nullable Entry",
                        "return digests.ofKey(key) != null\n                ? this.<@Nullable Entry",
                        LoggedStoreTest.class,
                        "debugOff_nothingIsComputed"));
    }

    private static Stream<Killed> ofLeases() {
        Class<?> test = HoldingStoreTest.class;
        return Stream.of(
                killed(
                        "a lease of a dead holder lives as long as a computation may take",
                        "HoldingStore",
                        "store().lease(key, Lives.shortest(term, life), exclusive)",
                        "store().lease(key, life, exclusive)",
                        test,
                        "holderThatDiesAtOnce_keepsItForATerm"),
                killed(
                        "nothing is renewed",
                        "Hold",
                        "time.after(term.dividedBy(3), this::renew)",
                        "None.YET",
                        test,
                        "holderThatLives_keepsItsLeaseForItsLife_andNoLonger"),
                killed(
                        "a lease is renewed beyond its life",
                        "Hold",
                        "store.renew(inner, Lives.shortest(term, left))",
                        "store.renew(inner, term)",
                        test,
                        "holderThatLives_keepsItsLeaseForItsLife_andNoLonger"),
                killed(
                        "what was given back is renewed",
                        "Hold",
                        "next.getAndSet(None.EVER).run();",
                        "",
                        test,
                        "released_isNotRenewed"),
                killed(
                        "what was given back during a renewal is renewed again",
                        "Hold",
                        "before == None.EVER",
                        "false",
                        test,
                        "releasedDuringARenewal_isNotRenewedAgain"),
                killed(
                        "a renewal that fails is the last",
                        "Hold",
                        "// told by the guard, and counted",
                        "stands = false;",
                        test,
                        "failedRenewal_isMadeUpForByTheNext"));
    }

    private static Stream<Killed> ofLoans() {
        Class<?> test = LendingStoreTest.class;
        return Stream.of(
                killed(
                        "a queued invalidation leaves the leases of its key",
                        "Waiting",
                        "lent.end(target, key);",
                        "",
                        test,
                        "keyInvalidatedWhileDown_voidsItsLeasesForGood"),
                killed(
                        "a queued mark leaves the leases below it",
                        "Waiting",
                        "lent.end(mark);",
                        "",
                        test,
                        "markRaisedWhileDown_voidsTheLeasesBelowItForGood"),
                killed(
                        "a lease is void only while its invalidation waits",
                        "GuardedStore",
                        "() -> store().lease(key, life, exclusive),",
                        "() -> { LeaseAnswer<V> answer = store().lease(key, life, exclusive);"
                                + " return answer instanceof LeaseAnswer.Granted<V> granted"
                                + " ? new LeaseAnswer.Granted<V>(new Lease() {"
                                + " public Object key() { return key; }"
                                + " public long asOf() { return granted.lease().asOf(); }"
                                + " public boolean isVoid() {"
                                + " return guard.health().queued() > 0 && granted.lease().isVoid(); }"
                                + " }, granted.entry()) : answer; },",
                        test,
                        "keyInvalidatedWhileDown_voidsItsLeasesForGood"),
                killed(
                        "groups are left out",
                        "Loan",
                        "TaggedKey.groupsOf(key).contains(mark)",
                        "false",
                        test,
                        "markRaisedWhileDown_voidsTheLeasesBelowItForGood"),
                killed(
                        "all leases of a namespace are void for one key",
                        "Lent",
                        "end(Loan.bare(key), loan -> loan.isOf(target));",
                        "end(loan -> loan.isOf(target));",
                        test,
                        "otherKeysAndMarks_voidNothing"),
                killed(
                        "a lease counts from its answer on only",
                        "LendingStore",
                        "        Loan loan = lent.begin(target, key, life);\n        boolean isGranted = false;\n"
                                + "        try {\n            LeaseAnswer<V> answer = store().lease(key, life, exclusive);\n",
                        "        boolean isGranted = false;\n        LeaseAnswer<V> answer = store().lease(key, life,"
                                + " exclusive);\n        Loan loan = lent.begin(target, key, life);\n        try {\n",
                        test,
                        "invalidatedWhileItIsGranted_isVoid"),
                killed(
                        "what is void here is published",
                        "LendingStore",
                        "        if (isOver(lease)) {\n            release(lease);\n            return false;",
                        "        if (isOver(lease)) {\n            return store().publish(inner(lease), entry, life);",
                        test,
                        "voidHere_isGivenBackInsteadOfPublished"),
                killed(
                        "a lease that failed to be published is kept",
                        "GuardedStore",
                        "lending.ended(lease);\n        }\n    }",
                        "}\n    }",
                        test,
                        "endedWhileDown_isForgotten"),
                killed(
                        "a lease that nobody ends is kept for ever",
                        "Loan",
                        "deadline - nanos < 0",
                        "false",
                        test,
                        "neverEnded_isForgottenWithItsLife"));
    }

    private static Stream<Killed> ofNoLeases() {
        return Stream.of(
                        "put(key, entry, life)",
                        "putAll(entries, life)",
                        "add(key, entry, life)",
                        "increment(key, delta)")
                .map(change -> killed(
                        "permission that nobody gave outlives " + change,
                        "QuietStore",
                        "changing(() -> store()." + change + ")",
                        "store()." + change,
                        QuietStoreTest.class,
                        "permissionThatNobodyGave_isVoidAfterWhatEndsLeases_whetherOrNotItFails"));
    }

    private static Killed killed(String name, String type, String right, String wrong, Class<?> test, String method) {
        return new Killed(new Flaw(name, type, right, wrong), test, method);
    }
}
