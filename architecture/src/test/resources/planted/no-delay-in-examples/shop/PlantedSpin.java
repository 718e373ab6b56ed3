package shop;

class PlantedSpin {
    Runnable spin = Thread::onSpinWait;
}
