package shop;

class PlantedTimer {
    Object timer = new java.util.Timer();
}
