package dev.groundswell.local.demo;

import java.util.List;

/** What the demo store sells, and where its buyers live. Weights are shares in parts of any whole. */
final class DemoCatalogue {

    /** A category with its share, its number of items and the range of their prices in minor units. */
    record Category(String name, double weight, int items, int lowest, int highest) {

        /** The price of an item: the same every time, and never round. */
        int price(int item) {
            return lowest + (int) ((long) (highest - lowest) * (item * 37 % items) / items) / 100 * 100 + 90;
        }
    }

    record Province(String name, String city, double weight) {}

    static final Weighted<Category> CATEGORIES = new Weighted<>(
            List.of(
                    new Category("女装", 22, 60, 4_900, 39_900),
                    new Category("美妆护肤", 18, 40, 5_900, 59_900),
                    new Category("零食", 14, 50, 990, 9_900),
                    new Category("母婴", 11, 40, 2_900, 29_900),
                    new Category("家居日用", 10, 50, 1_990, 19_900),
                    new Category("男装", 8, 40, 5_900, 45_900),
                    new Category("鞋靴", 7, 30, 9_900, 69_900),
                    new Category("数码配件", 6, 30, 1_990, 49_900),
                    new Category("运动户外", 4, 25, 7_900, 89_900)),
            Category::weight);

    static final Weighted<Province> PROVINCES = new Weighted<>(
            List.of(
                    new Province("广东省", "广州市", 14),
                    new Province("浙江省", "杭州市", 11),
                    new Province("江苏省", "南京市", 11),
                    new Province("上海", "上海市", 8),
                    new Province("山东省", "青岛市", 7),
                    new Province("四川省", "成都市", 7),
                    new Province("北京", "北京市", 7),
                    new Province("湖北省", "武汉市", 6),
                    new Province("河南省", "郑州市", 6),
                    new Province("福建省", "厦门市", 5),
                    new Province("湖南省", "长沙市", 5),
                    new Province("陕西省", "西安市", 4),
                    new Province("辽宁省", "大连市", 4),
                    new Province("重庆", "重庆市", 4),
                    new Province("黑龙江省", "哈尔滨市", 1)),
            Province::weight);

    private DemoCatalogue() {}
}
