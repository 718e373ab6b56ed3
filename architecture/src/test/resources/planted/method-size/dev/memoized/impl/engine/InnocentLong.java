package dev.memoized.impl.engine;

class InnocentLong {
    int long_() {
        int sum = 0;
        sum += 1;

        // comment
        sum += 2;

        // comment
        sum += 3;

        // comment
        sum += 4;

        // comment
        sum += 5;

        // comment
        sum += 6;

        // comment
        sum += 7;

        // comment
        sum += 8;

        // comment
        sum += 9;

        // comment
        sum += 10;

        // comment
        sum += 11;

        // comment
        sum += 12;

        // comment
        sum += 13;

        // comment
        sum += 14;

        // comment
        sum += 15;

        // comment
        sum += 16;

        // comment
        sum += 17;

        // comment
        sum += 18;

        // comment
        sum += 19;

        // comment
        sum += 20;

        // comment
        sum += 21;

        // comment
        sum += 22;

        // comment
        sum += 23;

        // comment
        sum += 24;

        // comment
        sum += 25;

        // comment
        sum += 26;

        // comment
        sum += 27;

        // comment
        sum += 28;

        // comment
        sum += 29;

        // comment
        sum += 30;

        // comment
        sum += 31;

        // comment
        sum += 32;

        // comment
        sum += 33;

        // comment
        sum += 34;

        // comment
        sum += 35;

        // comment
        sum += 36;

        // comment
        return sum;
    }
}
