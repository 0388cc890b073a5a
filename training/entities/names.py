"""Given and family names of many languages, to put in the place of names that the training texts repeat."""

from __future__ import annotations

GIVEN = tuple(
    """
    Adaeze Adebayo Aigerim Aisha Akua Alejandra Amara Amina Anwar Arjun Aroha Asel Ayodele Ayşe Babajide
    Bakyt Beatriz Bogdan Bolat Camila Chidi Chinonso Dagny Danilo Dariusz Deepa Dilnoza Dimitris Dinara
    Djamila Duc Eduardo Ekaterina Emeka Emre Esi Fadi Farida Farrukh Fatou Fernanda Gediminas Giorgi
    Gulnara Habiba Hamza Hanna Haruki Hassan Hiroshi Hye-jin Ibrahim Ifeoma Ilham Ingrid Irakli Ismail
    Itzel Jamila Jarosław Javier Jelena Jia Jin-woo João Joko Kamala Karim Kateryna Katarzyna Keiko
    Khadija Kwame Lamine Leila Lindiwe Linh Ljubica Lucía Mahmoud Malika Mamadou Manuel Maryam Mehmet
    Mei Mihai Min-ji Moana Mohammed Mustafa Nadia Naledi Nana Nasser Nazanin Ngozi Nguyen Nikolai Nino
    Nomvula Noura Oleksandr Olena Omar Oyelaran Paweł Pedro Petra Pooja Pranav Priya Putri Rafał Rahim
    Ravi Rashid Rosa Rustam Sabiha Sanjay Santiago Seo-yeon Shabnam Shinzo Shreya Siddharth Sipho Sofía
    Somchai Sota Sunita Svetlana Tadeusz Tamar Tariq Tatiana Temur Thandiwe Thanh Thi Tomoko Tunde
    Ulugbek Uzma Vasile Venkat Viktor Volodymyr Wei Wioletta Xiomara Yasmin Yerlan Yoko Youssef Yulia
    Yusuf Zainab Zanele Zeynep Zhanna Zlatan Zodwa Zsófia
    """.split()  # noqa: SIM905 -- two hundred quoted names would be unreadable
)

FAMILY = tuple(
    """
    Abdrakhmanov Abubakar Achebe Adeyemi Agarwal Aguilar Akhtar Al-Amiri Al-Hashimi Al-Masri Alimov
    Amankwah Anand Arslan Asante Baatar Babayev Balogun Bandara Barzani Belkacem Ben-Ami Bhattacharya
    Biruta Bondarenko Botha Boateng Bouteflika Castillo Cele Chanda Chatterjee Chavarría Chen Cisse
    Correia Cortés Dang Darwish Das Diallo Dlamini Doan Dragomir Dzhaparov El-Sayed Erdem Espinoza Eze
    Farah Ferreira Fofana Gadzhiev Gao García Gelashvili Gómez Gunawardena Guzmán Haddad Hakimi Hashemi
    Hernández Hidayat Horvat Hosseini Hussain Ibragimov Ilieva Iqbal Ivanenko Jankowski Jayasinghe
    Jiménez Joshi Kaczmarek Kamau Kapoor Karimov Kenyatta Keïta Khachatryan Khalil Khan Kim Kipchoge
    Koroma Kovačević Kowalczyk Krishnan Kruger Kumar Kurmanbek Kurniawan Kuznetsov Lê Li Lin Liu
    Lukashenka Mabuza Mahlangu Malik Mamedov Mansour Maphosa Mbeki Mbappe Mehta Melnyk Mendoza Mensah
    Mirza Mishra Moreno Moyo Mukherjee Mutasa Mwangi Nair Nakamura Nasution Ndiaye Ngo Nguyen Nkosi
    Novák Nowak Nyambura Obi Ochieng Okafor Okonkwo Olatunji Onyango Orbán Osei Ouattara Özdemir
    Papadakis Park Patel Petrov Pham Popescu Prasetyo Qureshi Quispe Rahimi Rajapaksa Rakhimov Ramaphosa
    Ramírez Rao Rodríguez Sahin Saitō Salazar Sanogo Santos Sato Sesay Shaikh Sharma Shevchenko Shrestha
    Sidorov Silva Singh Sithole Sokolov Soto Subramaniam Suleiman Suzuki Szabó Takahashi Tanaka Tejada
    Thapa Tkachenko Tran Tsvangirai Tshabalala Tymchuk Ueda Usmanov Vargas Vasquez Vu Wanjiru Wang
    Wickramasinghe Wijaya Wójcik Xu Yadav Yamamoto Yang Yeo Yılmaz Zhakypov Zhang Zhou Zulu Zuma
    """.split()  # noqa: SIM905
)
